/** All documents and files of one environment, through the official SDK; nothing of it knows what they mean. */
import { init } from '@cloudbase/node-sdk';
import { filesIn, type Content, type Head } from './archive';

export type App = ReturnType<typeof init>;
type Document = Readonly<Record<string, unknown>> & { _id: string };

const PAGE = 100;

interface Span {
  /** Both exclusive. */
  after: string;
  before?: string;
}

/** Keyset by id: a document that is written meanwhile is in it once or not at all. */
export async function readCollection<T extends { _id: string } = Document>(
  app: App,
  name: string,
  { after, before }: Span = { after: '' },
): Promise<T[]> {
  const database = app.database();
  const { command } = database;
  const all: T[] = [];
  for (;;) {
    const last = command.gt(all.at(-1)?._id ?? after);
    const query = database
      .collection(name)
      .where({ _id: before === undefined ? last : last.and(command.lt(before)) });
    const { data } = (await query.orderBy('_id', 'asc').limit(PAGE).get()) as { data: T[] };
    all.push(...data);
    if (data.length < PAGE) return all;
  }
}

export async function readFiles(app: App, ids: readonly string[]): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const id of ids) {
    const { fileList } = await app.getTempFileURL({ fileList: [id] });
    const [found] = fileList;
    const response = found?.code === 'SUCCESS' ? await fetch(found.tempFileURL) : undefined;
    // One that was cleared away since is not in it.
    if (response?.ok) files[id] = Buffer.from(await response.arrayBuffer()).toString('base64');
  }
  return files;
}

export async function readEnvironment(app: App, names: readonly string[], head: Head): Promise<Content> {
  const collections: Record<string, Document[]> = {};
  for (const name of [...names].sort()) collections[name] = await readCollection(app, name);
  return { head, collections, files: await readFiles(app, filesIn(collections)) };
}

/** The first collection that holds something. */
export async function findOccupied(app: App, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const { data } = (await app.database().collection(name).limit(1).get()) as { data: unknown[] };
    if (data.length > 0) return name;
  }
  return undefined;
}

/** `cloud://environment.bucket/path` → path. */
export function pathOf(id: string): string {
  return id.split('/').slice(3).join('/');
}

/** Files first, so that no document names one that is not there. @throws where a file would get another id */
export async function writeEnvironment(app: App, { collections, files }: Content): Promise<void> {
  for (const [id, bytes] of Object.entries(files)) {
    const { fileID } = await app.uploadFile({
      cloudPath: pathOf(id),
      fileContent: Buffer.from(bytes, 'base64'),
    });
    if (fileID !== id) throw new Error('这个环境的存储和备份的不是同一个，文件编号对不上');
  }
  for (const [name, documents] of Object.entries(collections)) {
    for (const document of documents)
      await app
        .database()
        .collection(name)
        .add({ ...document });
  }
}
