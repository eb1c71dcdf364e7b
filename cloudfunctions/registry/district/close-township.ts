import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actOnDirectory } from '../directory/act-on-directory';
import type { Directory } from '../directory/rules/directory';
import { listTownships } from '../store';
import { districtInputs } from './schemas';

type Asked = Input<'registry', 'closeTownship'>;
type Turned = Output<'registry', 'closeTownship'>;

function turn(directory: Directory, { closed, words, to }: Asked, now: number): Directory {
  const { closed: _before, ...open } = directory;
  return closed ? { ...open, closed: { since: now, words, ...(to !== undefined && { to }) } } : open;
}

/** Grants, days ahead and the district's list follow by the event (events/on-township-closed.ts). */
async function run(call: Call, input: Asked): Promise<Answer<Turned>> {
  const { township, closed, words, to } = input;
  const known = to === undefined || (to !== township && (await listTownships()).includes(to));
  if (!known) return refuse('not-found');
  const done = await actOnDirectory(call, (directory) => {
    if ((directory.closed !== undefined) === closed) return refuse('wrong-state');
    const act = closed ? 'close-township' : 'open-township';
    const record = { act, of: township, words, from: directory.closed ?? '', to: closed ? (to ?? '') : '' };
    const events = { [closed ? 'township-closed' : 'township-opened']: { township } };
    return { directory: turn(directory, input, call.now), ids: [], record, events };
  });
  return done.ok ? { ok: true, data: { closed } } : done;
}

export const closeTownship: Action<Asked, Turned> = {
  write: true,
  input: districtInputs.closeTownship,
  run,
};
