/** Notes of liaison and guidance: what may be written down, and what came of it. */
import { NOTE_LABELS, OF_DEPUTIES } from '../../contract/congress/presidium-labels';
import type { NoteKind } from '../../contract/congress/presidium';
import { LIMITS } from '../../contract/limits';
import type { PanelAct, PanelChoice, PanelField } from '../../contract/shapes';

const words = (label: string): PanelField => ({
  name: 'words',
  label,
  kind: 'words',
  limit: LIMITS.stepWords,
});
const day = (name: string, label: string): PanelField => ({ name, label, kind: 'date' });
const choice = (name: string, label: string, choices: readonly PanelChoice[]): PanelField => ({
  name,
  label,
  kind: 'choice',
  choices,
});

const kindsOf = (of: (kind: NoteKind) => boolean): readonly PanelChoice[] =>
  (Object.keys(NOTE_LABELS) as NoteKind[]).filter(of).map((id) => ({ id, text: NOTE_LABELS[id].label }));

/** As what somebody writes down what a deputy said. */
export interface Writer {
  /** Staff and chief, who say who keeps in touch with whom. */
  keeps: boolean;
  /** Of the presidium, which alone hears of difficulties of others. */
  sits: boolean;
}

const NOTE_WORDS = '意见，人大办和主席团看得到；困难，只有主席团和这位代表本人看得到。';

/** A deputy's own. */
export const OWN_NOTE: PanelAct = {
  id: 'note',
  label: '说一条意见或困难',
  words: '意见，人大办和主席团看得到；困难，只有主席团和您自己看得到。',
  yes: '记下',
  fields: [
    choice(
      'kind',
      '是什么',
      kindsOf((kind) => OF_DEPUTIES.includes(kind)),
    ),
    day('date', '哪天的事'),
    words('内容'),
  ],
};

export function liaisonActs(
  deputies: readonly { person: string; name: string }[],
  members: readonly { person: string; name: string }[],
  { keeps, sits }: Writer,
): PanelAct[] {
  const choices = deputies.map(({ person, name }) => ({ id: person, text: name }));
  const body = members.map(({ person, name }) => ({ id: person, text: name }));
  const kinds = kindsOf((kind) => OF_DEPUTIES.includes(kind) && (sits || kind !== 'difficulty'));
  const note: PanelAct = {
    id: 'note',
    label: sits ? '记一条代表的意见或困难' : '记一条代表的意见',
    words: sits ? NOTE_WORDS : '意见，人大办和主席团看得到。困难请代表告诉主席团成员，或者自己写。',
    yes: '记下',
    fields: [
      choice('person', '哪位代表', choices),
      choice('kind', '是什么', kinds),
      day('date', '哪天说的'),
      words('说了什么'),
    ],
  };
  const pair: PanelAct = {
    id: 'pair',
    label: '定谁联系谁',
    words: '一位主席团成员联系几位代表。',
    yes: '定下',
    fields: [choice('person', '哪位代表', choices), choice('member', '由谁联系', body)],
    quiet: true,
  };
  return keeps ? [note, pair] : [note];
}

export const GUIDANCE: PanelAct = {
  id: 'note',
  label: '记一条',
  words: '上级来指导的，向上级提的建议、想要的培训、请区里指导的事。后三样区人大看得到，在这里答复。',
  yes: '记下',
  fields: [
    choice(
      'kind',
      '是什么',
      kindsOf((kind) => !OF_DEPUTIES.includes(kind)),
    ),
    day('date', '哪天'),
    words('内容'),
  ],
};

export function settleAct(note: string, kind: NoteKind): PanelAct {
  const label = NOTE_LABELS[kind].settled;
  return { id: `settle.${note}`, label, words: '', yes: '记下', fields: [words(label)] };
}
