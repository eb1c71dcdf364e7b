/** What somebody who was there all the time wrote down: each figure of the half-year, counted while it happened. */

/** A line for each talk of a deputy, each house, each matter: who or what it was. */
export class Pencil {
  /** Names: the same one twice is one person who came twice. */
  readonly received: string[] = [];
  readonly receivedByOthers: string[] = [];
  /** Village and name. */
  readonly households: string[] = [];
  readonly helped: string[] = [];
  readonly submitted: string[] = [];
  readonly answered: string[] = [];
  readonly solved: string[] = [];
  readonly satisfied: string[] = [];
  readonly nearlySatisfied: string[] = [];
  readonly suggestions: string[] = [];
  readonly suggestionsAnswered: string[] = [];
  readonly studies: string[] = [];
  /** One for each who was there. */
  readonly studied: string[] = [];
  readonly trainings: string[] = [];
  /** The same. */
  readonly trained: string[] = [];
  readonly inspections: string[] = [];
  readonly campaigns: string[] = [];
  readonly liaisons: string[] = [];
  readonly tiedHelps: string[] = [];
  readonly cares: string[] = [];
}

export const different = (lines: readonly string[]): number => new Set(lines).size;

/** What the report has to say, figure by figure: the number, and how many rows it opens. */
export function figuresOf(p: Pencil, homes: number): [string, string, number][] {
  const counted = (words: string, lines: readonly string[], n = lines.length): [string, string, number] => [
    words,
    String(n),
    lines.length,
  ];
  return [
    counted('接待选民', p.received, different(p.received)),
    counted('走访选民', p.households, different(p.households)),
    counted('帮办实事', [...p.helped, ...p.solved]),
    counted('代表帮办', p.helped),
    counted('群众意见经反映人确认解决', p.solved),
    counted('其他接访人接待群众', p.receivedByOthers, different(p.receivedByOthers)),
    counted('收到群众意见', p.submitted),
    counted('，答复', p.answered),
    counted('中，满意', p.satisfied),
    counted('，基本满意', p.nearlySatisfied),
    counted('共收到代表建议', p.suggestions),
    counted('，现', p.suggestionsAnswered),
    counted('开展集中学习', p.studies),
    // Of attendances the meetings are opened.
    ['次，到会', String(p.studied.length), p.studies.length],
    counted('举办代表培训班', p.trainings),
    ['期，到会', String(p.trained.length), p.trainings.length],
    counted('主席团成员联系代表', p.liaisons),
    counted('组织代表视察调研', p.inspections),
    counted('代表开展宣传活动', p.campaigns),
    counted('代表帮扶监测户', p.tiedHelps),
    counted('，开展关爱行动', p.cares),
    ['全镇建有', String(homes), homes],
  ];
}
