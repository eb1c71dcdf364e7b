/** Everything that the page of an article shows, but for what is being typed. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { ArticleAct, Content, Mark, Problem } from '../../contract/article';
import type { ArticleView } from '../../contract/publicity';
import type { LocalDate } from '../../contract/wire';
import { sayProblem, toMarkLines, toTabs } from './check';
import type { MarkLine } from './check';
import { sayNewer, saySaved } from './saved';
import type { SaveState } from './saved';
import { saySentence, sayWriter, toState } from '../view/articles';
import { listActs, toPushLine } from './sending';
import type { PushLine } from './sending';
import { toStepLines } from './view';
import type { Tone } from '../view/articles';
import type { StepLine } from './view';

export interface ArticleScreen {
  title: string;
  source: string;
  tag: string;
  tone: Tone;
  sentence: string;
  saved: { words: string; tone: Tone };
  /** Two wrote at once: to be asked. */
  newer: string;
  editable: boolean;
  tabs: readonly Choice[];
  links: Readonly<Record<string, string>>;
  marks: readonly Mark[];
  problems: readonly Problem[];
  markLines: readonly MarkLine[];
  problemLines: readonly string[];
  acts: readonly { id: ArticleAct; text: string }[];
  /** Passing it or sending it back, for whoever may: beside the look of it. */
  deciding: readonly { id: ArticleAct; text: string }[];
  hold: string;
  push: PushLine | null;
  url: string;
  steps: readonly StepLine[];
}

function sayHold(view: ArticleView): string {
  const open = view.marks.filter(({ overruled }) => !overruled).length + view.problems.length;
  if (view.state === 'draft' && open > 0) return `还有 ${String(open)} 处要核对，核对完才能送审。`;
  if (view.state === 'submitted' && view.mine) return '您写过这一篇，要请没写过的主席或副主席来审。';
  return '';
}

export function toArticleScreen(
  view: ArticleView,
  content: Content,
  state: { save: SaveState; editable: boolean },
  today: LocalDate,
): ArticleScreen {
  const { marks, problems, links, push } = view;
  return {
    title: content.title || '（还没有标题）',
    source: `${view.sourceWords} · ${sayWriter(view, today)}`,
    ...toState(view.state),
    sentence: saySentence(view.state),
    hold: sayHold(view),
    saved: saySaved(state.save, today),
    newer: sayNewer(state.save, today),
    editable: state.editable,
    tabs: toTabs(marks, problems, view.state),
    links,
    marks,
    problems,
    markLines: toMarkLines(marks, content.blocks),
    problemLines: problems.map(sayProblem),
    acts: listActs(view.acts, push.failure),
    deciding: listActs(view.acts).filter(({ id }) => ['approve', 'review', 'send-back'].includes(id)),
    url: view.url ?? '',
    steps: toStepLines(view, today),
    push: push.running || push.failure ? toPushLine(push) : null,
  };
}
