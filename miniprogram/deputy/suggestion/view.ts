/** One suggestion, as everybody who has to do with it sees it. */
import type { StepView } from '../../components/steps/steps';
import { SUGGESTION_PAPERS } from '../../contract/congress/papers';
import { PAPER_LABELS } from '../../contract/congress/session-labels';
import { SUGGESTION_ACTS } from '../view/suggestion-acts';
import { CONSENT_LABELS } from '../../contract/congress/suggestion-labels';
import type {
  SuggestionDraft,
  SuggestionReply,
  SuggestionStepView,
  SuggestionView,
} from '../../contract/congress/suggestion';
import { REPLY_LABELS, SATISFACTION_LABELS } from '../../contract/labels';
import type { Places } from '../../contract/registry';
import type { PanelAct } from '../../contract/shapes';
import type { LocalDate } from '../../contract/wire';
import { sayDate, sayMoment } from '../../view/dates';
import { toSuggestionActs } from './suggestion-acts';
import { saySuggestion, toSuggestionLine } from '../../view/suggestion-lines';

export interface SuggestionScreen {
  tag: string;
  tone: string;
  sentence: string;
  title: string;
  marks: readonly string[];
  grounds: string;
  plan: string;
  lead: string;
  asked: readonly { name: string; words: string }[];
  requests: string;
  /** The session whose bill it was; otherwise ''. */
  billOf: string;
  handling: readonly { label: string; words: string }[];
  replies: readonly {
    key: string;
    at: number;
    head: string;
    className: string;
    words: string;
    scan: string;
  }[];
  steps: readonly StepView[];
  /** 答复函, 征询意见表: once it is with a unit. */
  papers: readonly { id: string; title: string }[];
  acts: readonly PanelAct[];
  rev: string;
}

function toStep({ at, act, byName, words }: SuggestionStepView, index: number, today: LocalDate): StepView {
  const done =
    act === 'draft'
      ? '起草'
      : act === 'from-bill'
        ? '联名的议案没有列入议程，转为代表建议'
        : act === 'owner-gone'
          ? '领衔代表不再任职，由联名代表接着领衔，没有联名的由人大办接着办'
          : SUGGESTION_ACTS[act].done;
  return {
    key: `${String(at)}-${String(index)}`,
    title: `${sayMoment(at, today)} ${byName}${done}`,
    words: words ?? '',
    stage: 'done',
  };
}

function toReply(reply: SuggestionReply, today: LocalDate) {
  const { letter, signer, class: kind, words, doneBy, unitName, at, scan } = reply;
  const promise = doneBy === undefined ? '' : `，${sayDate(doneBy, today)}前办好`;
  return {
    key: String(at),
    head: `${unitName} ${sayMoment(at, today)}答复 · ${letter} · 签发人 ${signer}`,
    className: `${REPLY_LABELS[kind]}${promise}`,
    words,
    at,
    scan: scan === undefined ? '' : `看签字盖章的答复函（${PAPER_LABELS[scan]}）`,
  };
}

/** What is to be signed stands where the answer will stand. */
function toDraft(draft: SuggestionDraft, today: LocalDate) {
  const { letter, signer } = draft;
  return {
    ...toReply({ ...draft, unitName: '' }, today),
    key: 'draft',
    head: `还没有签字的答复函 · ${letter} · 请${signer}签发。在下面「打印」里印出来，签字、盖章，再上传扫描件。`,
  };
}

function listHandling(view: SuggestionView, today: LocalDate): SuggestionScreen['handling'] {
  const { assigned, contactedOn, assists, opinion, difficult } = view;
  const rows: { label: string; words: string }[] = [];
  if (assigned) {
    const others = assigned.assistNames.length > 0 ? `，协办：${assigned.assistNames.join('、')}` : '';
    rows.push({ label: '承办单位', words: `主办：${assigned.unitName}${others}` });
    const months = difficult ? '涉及面广、难度大，六个月内' : '三个月内';
    rows.push({
      label: '交办',
      words: `${sayDate(assigned.on, today)}交办，${months}，${sayDate(assigned.replyBy, today)}前答复`,
    });
  }
  if (contactedOn !== undefined)
    rows.push({ label: '和代表联系', words: `${sayDate(contactedOn, today)}已经联系` });
  for (const { unitName, words } of assists) rows.push({ label: `${unitName}的协办意见`, words });
  if (opinion) {
    const paper = opinion.paper ? '（纸质意见表）' : '';
    const said = opinion.words === undefined ? '' : `：${opinion.words}`;
    rows.push({
      label: '代表对答复的意见',
      words: `${SATISFACTION_LABELS[opinion.opinion]}${paper}${said}`,
    });
  }
  return rows;
}

export function toSuggestionScreen(
  view: SuggestionView,
  places: Places | null,
  today: LocalDate,
): SuggestionScreen {
  const { tag, tone, about } = toSuggestionLine(view, today);
  const { inPlan, published, requests, asked } = view;
  const marks = [inPlan ? '已列入年度工作计划' : '', published ? '办理情况已公开' : ''];
  return {
    tag,
    tone,
    sentence: saySuggestion(view, today),
    title: view.title,
    marks: [about, ...marks.filter(Boolean)],
    grounds: view.grounds,
    plan: view.plan,
    lead: view.leadName,
    asked: asked.map(({ name, consent }) => ({ name, words: CONSENT_LABELS[consent] })),
    requests:
      requests.length === 0
        ? ''
        : `由群众意见 ${requests.map(({ number }) => number).join('、')} 引出，答复以后会告诉反映的人。`,
    billOf: view.fromBill ? (view.session ?? '') : '',
    handling: listHandling(view, today),
    replies: [
      ...view.replies.map((reply) => toReply(reply, today)),
      ...(view.draft ? [toDraft(view.draft, today)] : []),
    ],
    steps: view.steps.map((step, index) => toStep(step, index, today)),
    papers: view.assigned ? Object.entries(SUGGESTION_PAPERS).map(([id, title]) => ({ id, title })) : [],
    acts: toSuggestionActs(view, places, today),
    rev: String(view.rev),
  };
}
