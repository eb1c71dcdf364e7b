/** What `npm run backup` and `npm run restore` do, on any environment that the SDK reaches. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Environment } from '../deploy/variables';
import { refuseForm, STORED_FORM } from '../stored-form';
import { canonical, digestOf, seal, unseal, type Content, type Head } from './archive';
import { findOccupied, readEnvironment, writeEnvironment, type App } from './environment';

export interface Place {
  app: App;
  /** Of all collections. */
  names: readonly string[];
  variables: Environment;
}

/** FIELD_KEYS is one that was checked. */
function headOf(variables: Environment): Head {
  const { current, keys, hash } = JSON.parse(variables['FIELD_KEYS'] ?? '') as {
    current: string;
    keys: Record<string, string>;
    hash?: string;
  };
  const hashKey = createHash('sha256')
    .update(keys[hash ?? current] ?? '')
    .digest('hex');
  return { version: STORED_FORM, appid: variables['WECHAT_APPID'] ?? '', hashKey };
}

/** Answers a sentence with the digest of what the file holds. */
export async function backUp({ app, names, variables }: Place, file: string): Promise<string> {
  const content = await readEnvironment(app, names, headOf(variables));
  writeFileSync(file, seal(content, variables['BACKUP_KEY'] ?? ''), { mode: 0o600 });
  return `存好了：${file}，内容摘要 ${digestOf(content)}`;
}

/** A collection that the product got after the backup was made is empty here, and no difference. */
function withoutLater(after: Content, { collections }: Content): Content {
  const kept = Object.entries(after.collections).filter(
    ([name, documents]) => documents.length > 0 || Object.hasOwn(collections, name),
  );
  return { ...after, collections: Object.fromEntries(kept) };
}

/** Into an empty environment of the same key and app; reads it back and compares. @throws with a sentence */
export async function restore({ app, names, variables }: Place, file: string): Promise<string> {
  const content = unseal(readFileSync(file), variables['BACKUP_KEY'] ?? '');
  const wrong = refuseForm(content.head.version);
  if (wrong !== undefined) throw new Error(`备份${wrong}，没有恢复`);
  if ('township' in content.head)
    throw new Error('这是一个乡镇的移交档案，要用 npm run restore -- --into 编号 文件，没有恢复');
  if (canonical(content.head) !== canonical(headOf(variables)))
    throw new Error('备份用的 FIELD_KEYS 或 AppID 和这里的不一样，编号会对不上，没有恢复');
  const occupied = await findOccupied(app, names);
  if (occupied !== undefined) throw new Error(`这个环境不是空的（${occupied}），没有恢复`);
  await writeEnvironment(app, content);
  const after = withoutLater(await readEnvironment(app, names, content.head), content);
  if (digestOf(after) !== digestOf(content)) throw new Error('恢复完了，但和备份不一样，请不要用');
  return `恢复好了，和备份一字不差：${digestOf(after)}`;
}
