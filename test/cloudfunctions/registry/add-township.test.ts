/** A further township of the district: new, somebody else's, retried, and an instance that dies half-way. */
import { DEATHS_OF_ACTS, dieAtEachCall } from '../../support/deaths';
import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';

const ADMIN = 'bh-admin';

let cloud: SampleCloud;
let made = 0;
beforeAll(async () => {
  cloud = await startSampleCloud();
});
afterAll(() => cloud.close());

const newKey = () => `add-township-key-${String((made += 1))}`;
const add = (id: string, openid = ADMIN, key = newKey(), name = '云岭镇') =>
  cloud.invoke('registry', 'addTownship', { township: 'bh', id, name }, { openid, key });
const setUpState = (township: string, openid = ADMIN) =>
  cloud.invoke('registry', 'setUpState', { township }, { openid });
/** The district's list. */
const listed = () =>
  [...cloud.database.exportDocuments('townships')].find((row) => 'townships' in row) as {
    townships: string[];
  };

it('is empty, in the list, and its administrator is whoever added it', async () => {
  expect(await setUpState('yl')).toMatchObject({ code: 'not-allowed' });
  expect(await add('yl')).toMatchObject({ ok: true, data: { id: 'yl', name: '云岭镇' } });
  expect(await setUpState('yl')).toMatchObject({ ok: true });
  expect(listed().townships).toContain('yl');
});

it('that is there already is nobody’s to take, whether or not somebody set it up', async () => {
  const before = JSON.stringify([...cloud.database.exportDocuments('townships')]);
  expect(await add('qs')).toMatchObject({ code: 'setup-void' });
  expect(await add('bh')).toMatchObject({ code: 'setup-void' });
  expect(await setUpState('qs')).toMatchObject({ code: 'not-allowed' });
  expect(JSON.stringify([...cloud.database.exportDocuments('townships')])).toBe(before);
});

it.each(['bh-staff', 'bh-p1', 'qs-p1', 'nobody'])('is not for %s', async (openid) => {
  expect(await add('sx', openid)).toMatchObject({ code: 'not-allowed' });
});

it.each(DEATHS_OF_ACTS)('%s: tried again, it is one and whole', async (death) => {
  await dieAtEachCall({ cloud, fn: 'registry', death, atMost: 12 }, async (fatally, call) => {
    const id = `d${String(call)}`;
    const key = newKey();
    await fatally(() => add(id, ADMIN, key));
    expect(await add(id, ADMIN, key)).toMatchObject({ ok: true });
    expect(await setUpState(id)).toMatchObject({ ok: true });
    expect(listed().townships.filter((one) => one === id)).toEqual([id]);
  });
});
