import { LIMITS } from '../../../miniprogram/contract/limits';
import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import { recallTownship } from '../../registry/store';
import { decryptField } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { isHiddenFrom } from '../../shared/visibility';
import { oneInput } from '../lists/schemas';
import { proposeRemoval } from './rules/remove-personal';
import { titleOf } from '../lists/rules/request-card';
import { readRequest } from '../store';

type Draft = RequestListActions['draftPublication'];

/** One call after admit. Nothing is published by it: the office edits, then does the step `publish`. */
export const draftPublication: Action<Draft['input'], Draft['output']> = {
  write: false,
  input: oneInput,
  async run({ township, now, admitted }, asked) {
    const [known, request] = await Promise.all([
      recallTownship(township, now),
      readRequest(township, asked.request),
    ]);
    if (!known || !request || isHiddenFrom(admitted?.person, request, known.directory))
      return refuse('not-found');
    const { directory } = known;
    const own = request.name === undefined ? [] : [decryptField(request.name)];
    const names = [...own, ...directory.people.map(({ name }) => name)];
    const draft = (text: string, max: number) => proposeRemoval([...text].slice(0, max).join(''), names);
    const { summary, text = '', replies = [] } = request;
    return ok({
      title: draft(titleOf(request, directory, 'office'), LIMITS.title),
      summary: draft(summary ?? text, LIMITS.summary),
      result: draft(replies.at(-1)?.words ?? '', LIMITS.summary),
    });
  },
};
