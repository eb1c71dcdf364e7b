import { dropDocuments, openDocument } from '../../../miniprogram/platform/documents';

interface Phone {
  status: number | 'offline';
  opens: boolean;
}

interface Download {
  filePath: string;
  success(done: object): void;
  fail(): void;
}

const opened: object[] = [];
const gone: string[] = [];
const storage = new Map<string, unknown>();

function installPhone({ status, opens }: Phone): void {
  opened.length = 0;
  gone.length = 0;
  Object.assign(globalThis, {
    wx: {
      env: { USER_DATA_PATH: 'usr' },
      getStorageSync: (key: string) => storage.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => storage.set(key, value),
      removeStorageSync: (key: string) => storage.delete(key),
      getFileSystemManager: () => ({ unlink: ({ filePath }: { filePath: string }) => gone.push(filePath) }),
      downloadFile: ({ filePath, success, fail }: Download) => {
        if (status === 'offline') fail();
        else success({ filePath, statusCode: status });
      },
      openDocument: ({ success, fail, ...options }: { success(): void; fail(): void }) => {
        opened.push(options);
        if (opens) success();
        else fail();
      },
    },
  });
}

const file = 'https://storage.example/1.docx';
const printed = { ok: true as const, data: { file, name: '值班表.docx' } };

test('opens what was fetched, with the menu from which it is printed', async () => {
  installPhone({ status: 200, opens: true });
  expect(await openDocument(printed)).toEqual({ ok: true, data: true });
  expect(opened).toEqual([{ filePath: 'usr/值班表.docx', fileType: 'docx', showMenu: true }]);
});

test('what was opened before goes with the next document, and at the next start', async () => {
  installPhone({ status: 200, opens: true });
  storage.clear();
  await openDocument(printed);
  await openDocument(printed);
  expect(gone).toEqual([]);
  await openDocument({ ok: true, data: { file, name: '预约名单.xlsx' } });
  expect(gone).toEqual(['usr/值班表.docx']);
  dropDocuments();
  dropDocuments();
  expect(gone).toEqual(['usr/值班表.docx', 'usr/预约名单.xlsx']);
});

test('a document keeps the name by which people know it', async () => {
  installPhone({ status: 200, opens: true });
  await openDocument({ ok: true, data: { file, name: '预约名单 12月1日/31日.xlsx' } });
  expect(opened).toEqual([{ filePath: 'usr/预约名单 12月1日 31日.xlsx', fileType: 'xlsx', showMenu: true }]);
});

test('what could not be made is not opened, and the reason stays', async () => {
  installPhone({ status: 200, opens: true });
  const refused = { ok: false as const, code: 'not-published' as const };
  expect(await openDocument(refused)).toEqual(refused);
  expect(opened).toEqual([]);
});

test.each([
  ['an address that has ended is not opened as a document', { status: 403, opens: true }, 'not-found'],
  ['no network', { status: 'offline', opens: true }, 'offline'],
  ['a viewer that gives up', { status: 200, opens: false }, 'internal'],
] as const)('%s', async (_story, phone, code) => {
  installPhone(phone);
  expect(await openDocument(printed)).toEqual({ ok: false, code });
});
