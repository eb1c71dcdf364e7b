import { openDocument } from '../../../miniprogram/platform/documents';

interface Phone {
  status: number | 'offline';
  opens: boolean;
}

interface Download {
  filePath?: string;
  success(done: object): void;
  fail(): void;
}

const opened: object[] = [];

function installPhone({ status, opens }: Phone): void {
  opened.length = 0;
  Object.assign(globalThis, {
    wx: {
      env: { USER_DATA_PATH: 'usr' },
      downloadFile: ({ filePath, success, fail }: Download) => {
        if (status === 'offline') fail();
        else success({ ...(filePath ? { filePath } : { tempFilePath: 'tmp/1.docx' }), statusCode: status });
      },
      openDocument: ({ success, fail, ...options }: { success(): void; fail(): void }) => {
        opened.push(options);
        if (opens) success();
        else fail();
      },
    },
  });
}

const file = { file: 'https://storage.example/1.docx' };

test('opens what was fetched, with the menu from which it is printed', async () => {
  installPhone({ status: 200, opens: true });
  expect(await openDocument(file)).toEqual({ ok: true, data: true });
  expect(opened).toEqual([{ filePath: 'tmp/1.docx', fileType: 'docx', showMenu: true }]);
});

test('a document keeps the name by which people know it', async () => {
  installPhone({ status: 200, opens: true });
  await openDocument({ ...file, name: '预约名单 12月1日/31日.xlsx' });
  expect(opened).toEqual([{ filePath: 'usr/预约名单 12月1日 31日.xlsx', fileType: 'xlsx', showMenu: true }]);
});

test.each([
  ['an address that has ended is not opened as a document', { status: 403, opens: true }, 'not-found'],
  ['no network', { status: 'offline', opens: true }, 'offline'],
  ['a viewer that gives up', { status: 200, opens: false }, 'internal'],
] as const)('%s', async (_story, phone, code) => {
  installPhone(phone);
  expect(await openDocument(file)).toEqual({ ok: false, code });
});
