import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { encryptField } from '../../shared/cipher';
import { actField } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { bornWith } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { actorOf, findAct, replay } from '../../shared/act';
import { stepRow } from './act-on-article';
import { markContent } from './mark-article';
import type { ArticleDocument } from './rules/article-document';
import { stepOf } from './rules/article-life';
import { allTemplates } from '../keeping/rules/built-in-templates';
import { fillTemplate } from '../keeping/rules/fill-template';
import { composeInput } from '../schemas';
import { articleId, closeContent, createArticle, readArticle, seqOf } from './store';
import { readKept } from '../keeping/store';
import { tellSource, type Told } from './tell-source';

type Asked = Input<'publicity', 'compose'>;
type Composed = Output<'publicity', 'compose'>;

function idOf({ township, account, key }: Call, { kind, of }: Asked['from']): string {
  return articleId(township, kind === 'blank' ? [kind, account, key] : [kind, of]);
}

type Born = Pick<ArticleDocument, '_id' | 'township' | 'source' | 'day' | 'overruled'>;

async function bearArticle(
  call: Call,
  born: Born,
  told: Told,
  template: Parameters<typeof fillTemplate>[0],
): Promise<ArticleDocument> {
  const { now, key, account, bodyHash, admitted } = call;
  const content = fillTemplate(template, told.fields, told.author);
  const marked = await markContent(born, content, now);
  const { to, event } = stepOf('compose');
  const by = encryptField(admitted?.name ?? '');
  return {
    ...born,
    rev: 1,
    seq: seqOf(born._id, now),
    state: to,
    edition: 1,
    sourceWords: told.words,
    content: closeContent(content),
    writers: [account],
    by,
    changedAt: now,
    kept: { edition: 0, at: now },
    ...marked,
    steps: [stepRow(now, 'compose', to, by)],
    acts: [{ k: actField(key), by: account, h: bodyHash, edition: 1, state: to }],
    workAt: 0,
    publishedAt: 0,
    ...bornWith({
      at: now,
      by: actorOf(call),
      act: 'compose',
      of: born._id,
      from: '',
      to,
      key,
      event,
      about: { article: born._id, by: actorOf(call) },
    }),
  };
}

/** Two to five calls after admit; where the happening has its article already, two. */
async function run(call: Call, { township, from, template: wanted }: Asked): Promise<Answer<Composed>> {
  const _id = idOf(call, from);
  const there = await readArticle(township, _id);
  if (there) {
    const act = findAct(call, there.acts);
    const answer = { article: _id, existed: true };
    return replay(call, act && { hash: act.h, answer }) ?? ok(answer);
  }
  const [told, rows] = await Promise.all([tellSource(call, from), readKept(township, 'templates')]);
  if (!told) return refuse('not-found');
  const templates = allTemplates(rows.templates ?? []).filter(({ kind }) => kind === from.kind);
  const template = wanted === undefined ? templates[0] : templates.find(({ id }) => id === wanted);
  if (!template) return refuse('not-found');
  const born = { _id, township, source: from, day: told.day, overruled: [] };
  const created = await createArticle(await bearArticle(call, born, told, template));
  return ok({ article: _id, existed: !created });
}

export const compose: Action<Asked, Composed> = { write: true, input: composeInput, run };
