/** 邀请条 of what stands on the screen: which go on one document, and what is said where that is not all or none. */
import { printShown } from '../../../../miniprogram/office/roles/print-slips';
import type { InvitationLine } from '../../../../miniprogram/office/roles/view';
import { installFakeWx, type FakeWx } from '../../../support/fake-wx';

let fake: FakeWx;
let shown: { problem?: string; done?: string; busy?: boolean };

function lines(count: number, waits: boolean): InvitationLine[] {
  return Array.from({ length: count }, (_none, n) => {
    const id = `bh~${String(n).padStart(16, '0')}`;
    return { id, title: '', words: '', confirm: false, reissue: true, waits, revoke: true };
  });
}

function print(of: readonly InvitationLine[]): Promise<void> {
  const page = {
    data: { busy: false, lines: of },
    setData: (data: object) => {
      shown = { ...shown, ...data };
    },
  };
  return printShown(page);
}
const asked = () => fake.calls.map(({ data }) => data.input['invitations'] as string[]);

beforeEach(() => {
  fake = installFakeWx();
  fake.storage.set('v1.whereabouts', { township: 'bh' });
  shown = {};
  fake.answer = () => ({ ok: true, data: { file: 'https://x', name: '邀请条.docx' } });
  Object.assign(wx, {
    env: { USER_DATA_PATH: 'usr' },
    downloadFile: ({ success }: { success(got: object): void }) => {
      success({ statusCode: 200 });
    },
    openDocument: ({ success }: { success(): void }) => {
      success();
    },
  });
});

test('what waits is printed, and no more is said', async () => {
  await print([...lines(2, true), ...lines(3, false)]);
  expect(asked().map((each) => each.length)).toEqual([2]);
  expect(shown).toMatchObject({ busy: false, problem: '', done: '' });
});

test('a hundred go on one document; that there are more is said', async () => {
  await print(lines(101, true));
  expect(asked().map((each) => each.length)).toEqual([100]);
  expect(shown.problem).toBe('');
  expect(shown.done).toContain('前 100 份');
});

test('where none waits any more nothing is asked, and it says so', async () => {
  await print(lines(2, false));
  expect(asked()).toEqual([]);
  expect(shown).toMatchObject({ busy: false });
  expect(shown.problem).toContain('没有能打印的');
});
