import { randomBytes } from 'node:crypto';
import { BSON } from 'bson';
import { open } from 'lmdb';
import { Query } from 'mingo';
import { updateOne } from 'mingo/updater';
import { DatabaseError, errors } from './errors';
import { type Document, parseEjson, stringifyEjson } from './ejson';
import type { Cost, DatabaseOptions, LocalDatabase, Wire } from './types';

export type { Cost, DatabaseOptions, IndexDeclaration, IndexTable, LocalDatabase, Wire } from './types';

/** Opens (or makes) the database of one folder. */
export function openDatabase(options: DatabaseOptions): LocalDatabase {
  const root = open({ path: options.dir, encoding: 'binary', maxDbs: 4 });
  const documents = root.openDB<Buffer, string[]>('documents', { encoding: 'binary' });
  const names = root.openDB<boolean, string>('collections', { encoding: 'msgpack' });
  for (const name of Object.keys(options.indexes)) names.putSync(name, true);

  const must = (name: string) => {
    if (!names.doesExist(name)) throw errors.collectionNotExist(name);
  };
  const read = (bytes: Buffer) => BSON.deserialize(bytes) as Document;
  const write = (name: string, document: Document) =>
    void documents.put([name, String(document['_id'])], Buffer.from(BSON.serialize(document)));
  const scan = function* (name: string, query: Document, cost?: Cost): Generator<Document> {
    const test = new Query(query);
    for (const { value } of documents.getRange({ start: [name], end: [name, '\uffff'] })) {
      if (cost) cost.examined++;
      const document = read(value);
      if (test.test(document)) yield document;
    }
  };
  const where = (body: Wire) => (body['query'] ? parseEjson(body['query'], 'query') : {});
  const change = (body: Wire, document: Document) =>
    updateOne([document], {}, parseEjson(body['data'], 'data') as never);

  async function run(action: string, body: Wire, cost: Cost): Promise<Wire> {
    const name = String(body['collectionName']);
    if (action === 'database.addCollection') {
      await names.put(name, true);
      return {};
    }
    must(name);
    switch (action) {
      case 'database.getDocument': {
        let found = [...scan(name, where(body), cost)];
        const order = body['order'] ? parseEjson(body['order'], 'order') : undefined;
        if (order) found = new Query({}).find<Document>(found).sort(order as never).all();
        const limit = Number(body['limit'] ?? 100);
        const offset = Number(body['offset'] ?? 0);
        return { data: { list: found.slice(offset, offset + limit).map(stringifyEjson), limit, offset } };
      }
      case 'database.calculateDocument':
        return { data: { total: [...scan(name, where(body), cost)].length } };
      case 'database.insertDocument': {
        const added = (body['data'] as string[]).map((text) => ({
          _id: randomBytes(16).toString('hex'),
          ...parseEjson(text, 'data'),
        }));
        return documents.transaction(() => {
          for (const document of added) {
            if (documents.doesExist([name, document._id])) {
              throw errors.requestFailed('E11000 duplicate key error');
            }
          }
          for (const document of added) write(name, document);
          return { data: { insertedIds: added.map((document) => document._id) } };
        });
      }
      case 'database.modifyDocument':
        return documents.transaction(() => {
          const query = where(body);
          let found = [...scan(name, query, cost)];
          if (body['multi'] === false) found = found.slice(0, 1);
          if (body['merge'] === false) {
            const next = { ...query, ...parseEjson(body['data'], 'data') };
            write(name, next);
            const updated = found.length;
            return { data: { updated, upsert_id: updated ? null : query['_id'] } };
          }
          for (const document of found) {
            change(body, document);
            write(name, document);
          }
          return { data: { updated: found.length, upsert_id: null } };
        });
      case 'database.modifyAndReturnDoc':
        return documents.transaction(() => {
          const [document] = scan(name, where(body), cost);
          if (!document) return { data: { updated: 0, doc: null } };
          change(body, document);
          write(name, document);
          return { data: { updated: 1, doc: stringifyEjson(document) } };
        });
      case 'database.removeDocument':
        return documents.transaction(() => {
          let found = [...scan(name, where(body), cost)];
          if (body['multi'] === false) found = found.slice(0, 1);
          for (const document of found) void documents.remove([name, String(document['_id'])]);
          return { data: { deleted: found.length } };
        });
      default:
        throw errors.notEmulated(`the action ${action}`);
    }
  }

  return {
    async execute(action, body, cost) {
      cost.calls++;
      try {
        return await run(action, body, cost);
      } catch (error) {
        if (error instanceof DatabaseError) return { code: error.code, message: error.message };
        throw error;
      }
    },
    async importDocuments(collection, list) {
      await documents.transaction(() => {
        void names.put(collection, true);
        for (const document of list) write(collection, document as Document);
      });
    },
    exportDocuments: (collection) => scan(collection, {}),
    collectionNames: () => [...names.getKeys()],
    checkIndexes: () => [],
    async drop() {
      await documents.clearAsync();
      await names.clearAsync();
      for (const name of Object.keys(options.indexes)) await names.put(name, true);
    },
    close: () => root.close(),
  };
}
