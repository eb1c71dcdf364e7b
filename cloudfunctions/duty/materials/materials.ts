/** Materials of a study or training: papers that media took in, for whoever is asked to it. */
import { shapeOf } from '../../../miniprogram/contract/activity-kinds';
import { DUTY_LIMITS, type Material } from '../../../miniprogram/contract/duty';
import { OFFICE } from '../../../miniprogram/contract/roles';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { endingOf, isPaper } from '../../media/intake/rules/kept-files';
import { orAs } from '../../registry/invitations/grants-store';
import { decryptField, encryptField, hashParts } from '../../shared/cipher';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { linkFiles } from '../../shared/files';
import type { Action, Call } from '../../shared/serve';
import { actOnActivity, findRepeated, isOffice } from '../activities/act-on-activity';
import { readerOf } from '../activities/reader';
import type { ActivityDocument, StoredMaterial } from '../activities/rules/activity-document';
import { maySee } from '../activities/rules/activity-view';
import { readActivity } from '../activities/store';
import { dutyInputs } from '../schemas';

type Added = Input<'duty', 'addMaterial'>;
type Dropped = Input<'duty', 'dropMaterial'>;
type Opened = Input<'duty', 'openMaterial'>;
type Done = { material: string };

export function toMaterials({ materials = [] }: Pick<ActivityDocument, 'materials'>): Material[] {
  return materials.map(({ id, title, kind, file }) => ({
    material: id,
    title: decryptField(title),
    kind,
    ending: endingOf(file),
  }));
}

function isOurs(call: Call, activity: ActivityDocument): boolean {
  const { group } = call.admitted ?? {};
  return isOffice(call) || (group !== undefined && activity.group === group);
}

/** One read and one write on its edition, after admit. */
async function change(
  call: Call,
  activity: string,
  act: { name: string; event: string; material: string },
  decide: (before: readonly StoredMaterial[]) => readonly StoredMaterial[] | 'not-found' | 'too-many-rows',
): Promise<Answer<Done>> {
  const before = await readActivity(call.township, activity);
  if (!before || !isOurs(call, before)) return refuse('not-found');
  const repeated = findRepeated(call, before);
  if (repeated) return repeated === 'reused' ? refuse('key-reused') : ok({ material: repeated.answer });
  if (before.state === 'withdrawn' || !shapeOf(before).materials) return refuse('wrong-state');
  const materials = decide(before.materials ?? []);
  if (typeof materials === 'string') return refuse(materials);
  const plan = {
    act: act.name,
    event: act.event,
    where: { edition: before.edition },
    changes: { materials: put(materials) },
    answer: act.material,
  };
  const done = await actOnActivity(call, activity, plan, (read) =>
    refuse('activity-changed', { edition: read.edition }),
  );
  return done.ok ? ok({ material: act.material }) : done;
}

function runAdd(call: Call, { township, activity, title, kind, file }: Added): Promise<Answer<Done>> {
  if (!isPaper(township, file)) return Promise.resolve(refuse('bad-input', { field: 'file' }));
  const id = `m${hashParts(['material', call.account, call.key], 12)}`;
  const act = { name: 'add-material', event: 'material-added', material: id };
  return change(call, activity, act, (before) =>
    before.length >= DUTY_LIMITS.materials
      ? 'too-many-rows'
      : [...before, { id, title: encryptField(title), kind, file }],
  );
}

function runDrop(call: Call, { activity, material }: Dropped): Promise<Answer<Done>> {
  const act = { name: 'drop-material', event: 'material-dropped', material };
  return change(call, activity, act, (before) => {
    const kept = before.filter(({ id }) => id !== material);
    return kept.length === before.length ? 'not-found' : kept;
  });
}

async function runOpen(
  call: Call,
  { township, activity: id, material }: Opened,
): Promise<Answer<PrintedFile>> {
  const activity = await readActivity(township, id);
  if (!activity || activity.state === 'withdrawn' || !maySee(activity, readerOf(call)))
    return refuse('not-found');
  const found = activity.materials?.find((each) => each.id === material);
  if (!found) return refuse('not-found');
  const [file = ''] = await linkFiles([found.file]);
  const name = `${decryptField(found.title)}.${endingOf(found.file)}`;
  return file === '' ? refuse('not-found') : ok({ file, name });
}

export const addMaterial: Action<Added, Done> = {
  write: true,
  input: dutyInputs.addMaterial,
  run: (call, input) => orAs(call, OFFICE, (as) => runAdd(as, input)),
};
export const dropMaterial: Action<Dropped, Done> = {
  write: true,
  input: dutyInputs.dropMaterial,
  run: (call, input) => orAs(call, OFFICE, (as) => runDrop(as, input)),
};
export const openMaterial: Action<Opened, PrintedFile> = {
  write: false,
  input: dutyInputs.openMaterial,
  run: (call, input) => orAs(call, OFFICE, (as) => runOpen(as, input)),
};
