/** 主席团季度材料 as it is printed: of the requests it names those alone that whoever prints may know of. */
import { strFromU8, unzipSync } from 'fflate';
import { main as report } from '../../../cloudfunctions/report/index';
import { startInProcess, type InProcessCloud } from '../../support/in-process';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
const mockFiles: Buffer[] = [];
jest.mock('../../../cloudfunctions/shared/files', () => ({
  storeFile: (path: string, bytes: Buffer) => {
    mockFiles.push(bytes);
    return Promise.resolve(path);
  },
  linkFiles: (paths: string[]) => Promise.resolve(paths),
}));

interface Kept {
  _id: string;
  township: string;
  open: boolean;
  number: string;
  due: string;
  hidden: readonly string[];
}

interface Inspection {
  _id: string;
  township: string;
  kind: string;
  state: string;
  lists: readonly string[];
}

const PRESIDIUM = { openid: 'bh-p17', person: 'p17' };
const TODAY = '2026-11-23';

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ report }, { lives: true });
});

async function print(openid: string): Promise<string> {
  const asked = { township: 'bh', year: 2026, quarter: 4 };
  expect(await cloud.invoke('report', 'presidiumPack', asked, { openid })).toMatchObject({ ok: true });
  const parts = unzipSync(new Uint8Array(mockFiles.at(-1) ?? Buffer.alloc(0)));
  return strFromU8(parts['word/document.xml'] ?? new Uint8Array());
}

test('a late request is not named to a member of whom it is kept, and is to the office', async () => {
  const all = cloud.documents<Kept>('requests');
  const late = all.find(({ township, open, due }) => township === 'bh' && open && due < TODAY);
  if (!late) throw new Error('nothing is late in the sample');
  const { number } = late;
  expect(await print(PRESIDIUM.openid)).toContain(number);
  const kept = { ...late, hidden: [PRESIDIUM.person] };
  cloud.replace('requests', [...all.filter(({ _id }) => _id !== late._id), kept]);
  expect(await print(PRESIDIUM.openid)).not.toContain(number);
  expect(await print('bh-staff')).toContain(number);
});

test('a 视察意见 that a member proposed as 重点督办 stands in it, from the inspection itself', async () => {
  const all = cloud.documents<Inspection>('activities');
  const held = all.find(
    ({ township, kind, state }) => township === 'bh' && kind === 'inspection' && state === 'held',
  );
  if (!held) throw new Error('the sample has no inspection');
  const said = { unit: 'u1', due: '2026-12-01', state: 'transferred', said: '', returnBy: '2026-12-01' };
  const show = (opinion: object) => {
    const changed = { ...held, lists: [...held.lists, 'opinions'], opinions: { o1: opinion } };
    cloud.replace('activities', [...all.filter(({ _id }) => _id !== held._id), changed]);
    return print('bh-p1');
  };
  expect(await show(said)).not.toContain('已提请，待主席团决定');
  const key = { state: 'proposed', by: 'p17' };
  expect(await show({ ...said, key })).toContain('已提请，待主席团决定');
  expect(await show({ ...said, key, state: 'closed' })).not.toContain('已提请，待主席团决定');
});
