import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { readRequest } from '../../request/store';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { isHiddenFrom } from '../../shared/visibility';
import { handOut } from './hand-out';
import { toReplied } from './rules/printed-request';
import { makeReplySheet } from './rules/reply-sheet';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'replySheet'>;

async function run({ now, admitted }: Call, { township, request: id }: Asked): Promise<Answer<PrintedFile>> {
  const [known, request] = await Promise.all([recallTownship(township, now), readRequest(township, id)]);
  if (!known || !request || isHiddenFrom(admitted?.person, request, known.directory))
    return refuse('not-found');
  const replied = toReplied(request, known.directory);
  return replied ? handOut(township, makeReplySheet(known.directory, replied)) : refuse('not-found');
}

export const replySheet: Action<Asked, PrintedFile> = { write: false, input: reportInputs.replySheet, run };
