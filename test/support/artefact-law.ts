/**
 * One act, one row (audit-law.ts), where acts go through the artefacts: what they write is read off the wire, on its way
 * into the local database. Acts beside each other are not looked at: nobody knows whose a row is. Nor is what comes after a
 * death: what was begun is ended by others, and those stories count their rows themselves.
 */
import type { LocalDatabase, Wire } from '../../local/cloudbase/database/types';
import { ACCESS, type Access } from '../../cloudfunctions/shared/access';
import { ROWLESS, SEVERAL } from '../cloudfunctions/audit-rows';
import { isOfDoor } from './audit-law';

interface Asked {
  fn: string;
  action: string;
  openid: string | undefined;
  key: string | undefined;
}

export interface ArtefactLaw {
  /** Runs the act, and throws where it was granted and broke the law. */
  underLaw<A extends { ok: boolean; code?: string }>(asked: Asked, act: () => Promise<A>): Promise<A>;
}

interface Written {
  collection: string;
  /** Fields that were changed; none of a document that was born. */
  paths: readonly string[];
  rows: readonly { id: string }[];
}

function readJson(text: unknown): unknown {
  return typeof text === 'string' ? JSON.parse(text) : text;
}

function isRow(value: unknown): value is { id: string } {
  return typeof (value as { id?: unknown } | null)?.id === 'string';
}

function readBirth(collection: string, document: unknown): Written {
  const { history = [], id } = document as { history?: unknown[]; id?: unknown };
  const rows = collection === 'audit' ? [{ id }] : history;
  return { collection, paths: [], rows: rows.filter(isRow) };
}

function readChange(collection: string, data: unknown): Written {
  const operators = Object.entries(data as Record<string, Record<string, unknown>>);
  const paths = operators.flatMap(([, fields]) => Object.keys(fields)).filter((path) => path !== 'rev');
  const pushed = operators.find(([name]) => name === '$push')?.[1]['history'] as
    { $each?: unknown[] } | undefined;
  return { collection, paths, rows: (pushed?.$each ?? []).filter(isRow) };
}

/** What this call wrote; none where its condition did not hold, or it was refused. */
function readWritten(action: string, body: Wire, reply: Wire): Written[] {
  const collection = String(body['collectionName']);
  const done = reply['data'] as { updated?: number } | undefined;
  if (action === 'database.insertDocument' && done)
    return (body['data'] as unknown[]).map((text) => readBirth(collection, readJson(text)));
  const isChange = action === 'database.modifyDocument' || action === 'database.modifyAndReturnDoc';
  return isChange && (done?.updated ?? 0) > 0 ? [readChange(collection, readJson(body['data']))] : [];
}

const accessTable = ACCESS as Readonly<Record<string, Readonly<Record<string, Access>>>>;

/** What acts of one person under one key did. */
interface Told {
  names: Set<string>;
  rows: Set<string>;
}

function faultOf(name: string, { names, rows }: Told, isChanged: boolean): string | undefined {
  if ([...names].some((one) => SEVERAL.includes(one))) return undefined;
  if (rows.size > names.size) return `${name} left more than one row in the audit: ${[...rows].join(' ')}`;
  const isMissing = isChanged && rows.size === 0 && !(name in ROWLESS);
  return isMissing ? `${name} changed something and left no row in the audit` : undefined;
}

/** From here on the database tells what is written; emptied, it begins anew. */
export function watchAudit(database: LocalDatabase): ArtefactLaw {
  const told = new Map<string, Told>();
  let somebodyDied = false;
  let written: Written[] = [];
  let underWay = 0;
  const execute = database.execute.bind(database);
  const drop = database.drop.bind(database);
  database.execute = async (action, body, cost) => {
    const reply = await execute(action, body, cost);
    written.push(...readWritten(action, body, reply));
    return reply;
  };
  database.drop = () => {
    told.clear();
    return drop();
  };
  return {
    async underLaw({ fn, action, openid = '', key }, act) {
      const isPersons = key !== undefined && accessTable[fn]?.[action]?.by !== 'platform';
      let alone = underWay++ === 0;
      if (alone) written = [];
      try {
        const answer = await act();
        somebodyDied ||= answer.code?.startsWith('platform:') === true;
        alone &&= underWay === 1;
        if (!isPersons || !alone || somebodyDied) return answer;
        const name = `${fn}.${action}`;
        const place = `${openid} ${key}`;
        const own = told.get(place) ?? { names: new Set(), rows: new Set() };
        told.set(place, own);
        for (const { id } of written.flatMap(({ rows }) => rows))
          if (id.split('~')[1] === key && !id.startsWith('system~')) own.rows.add(id);
        if (!answer.ok) return answer;
        own.names.add(name);
        const isChanged = written.some(({ collection, paths }) => !isOfDoor(collection, paths));
        const fault = faultOf(name, own, isChanged);
        if (fault !== undefined) throw new Error(fault);
        return answer;
      } finally {
        underWay--;
      }
    },
  };
}
