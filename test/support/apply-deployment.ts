/**
 * What `npm run deploy` writes, applied to an empty local cloud: its folder of functions is made from these files and
 * the uploaded folders alone, so that what the files do not say is not there.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/paths';
import { securityRules } from '../../local/cloudbase/rules';

interface Written {
  functionRoot: string;
  functions: readonly {
    name: string;
    handler: string;
    timeout: number;
    memorySize: number;
    triggers: readonly object[];
    envVariables: Readonly<Record<string, string>>;
  }[];
}
type Indexes = Readonly<
  Record<
    string,
    readonly {
      IndexName: string;
      MgoIndexKeys: readonly { Name: string; Direction: '1' | '-1' }[];
      MgoIsUnique: boolean;
    }[]
  >
>;

const readJson = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(join(folder, name), 'utf8'));

function applyFunctions(from: string, into: string): string[] {
  const { functionRoot, functions } = readJson(from, 'cloudbaserc.json') as Written;
  for (const { name, handler, timeout, memorySize, triggers } of functions) {
    const uploaded = join(root, functionRoot, name);
    const [script = '', main = ''] = handler.split('.');
    if (!existsSync(join(uploaded, `${script}.js`)) || main !== 'main')
      throw new Error(`${name}: no ${handler}`);
    cpSync(uploaded, join(into, name), { recursive: true });
    writeFileSync(join(into, name, 'config.json'), JSON.stringify({ timeout, memorySize, triggers }));
  }
  return functions.map(({ name }) => name);
}

function applyDatabase(from: string, into: string): string[] {
  const written = readJson(from, 'indexes.json') as Indexes;
  const collections = Object.entries(written).map(([name, indexes]) => {
    const made = indexes.map(({ IndexName, MgoIndexKeys, MgoIsUnique }) => ({
      name: IndexName,
      fields: MgoIndexKeys.map(({ Name, Direction }) => [Name, Number(Direction)]),
      unique: MgoIsUnique,
    }));
    return [name, { indexes: made }] as const;
  });
  writeFileSync(join(into, 'database.json'), JSON.stringify(Object.fromEntries(collections)));
  return collections.map(([name]) => name);
}

/** The local cloud's rules are data of its own: they must say what the files say. @throws where they differ */
function compareRules(from: string): void {
  const { write } = readJson(from, 'storage-rule.json') as { write: string };
  const pattern = /\/(.+)\/\.test\(resource\.path\)$/.exec(write)?.[1];
  if (pattern !== securityRules.storage.folders.source) throw new Error('storage-rule.json differs');
  const database = JSON.stringify(readJson(from, 'database-rule.json'));
  if (database !== JSON.stringify(securityRules.database['*'])) throw new Error('database-rule.json differs');
}

/** The values that cloudbaserc.json takes from the environment; what it does not name no function gets. */
function applyVariables(from: string, environment: Readonly<Record<string, string>>): Record<string, string> {
  const { functions } = readJson(from, 'cloudbaserc.json') as Written;
  const named = functions.flatMap(({ envVariables }) => Object.entries(envVariables));
  return Object.fromEntries(
    named.map(([name, value]) => {
      const wanted = /^\{\{env\.(\w+)\}\}$/.exec(value)?.[1] ?? '';
      const given = environment[wanted];
      if (given === undefined) throw new Error(`${name} is not in the environment`);
      return [name, given];
    }),
  );
}

export interface Applied {
  functions: readonly string[];
  collections: readonly string[];
  env: Readonly<Record<string, string>>;
}

export function applyDeployment(
  from: string,
  into: string,
  environment: Readonly<Record<string, string>>,
): Applied {
  mkdirSync(into, { recursive: true });
  // What the platform installs by a function's package.json.
  symlinkSync(join(root, 'node_modules'), join(into, 'node_modules'), 'junction');
  compareRules(from);
  return {
    functions: applyFunctions(from, into),
    collections: applyDatabase(from, into),
    env: applyVariables(from, environment),
  };
}
