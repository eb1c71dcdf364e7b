/** What a reader sees of an activity. The words come decrypted; what is not the reader's is left out before. */
import type {
  ActivityCard,
  ActivityView,
  Material,
  Opinion,
  PictureView,
} from '../../../../miniprogram/contract/duty';
import { shapeOf } from '../../../../miniprogram/contract/activity-kinds';
import { mayConsent, mayTell } from './story';
import type { ActivityDocument, Said, StoredOpinion } from './activity-document';

export interface Reader {
  /** Person id, or account. */
  actor: string;
  group?: string;
  office: boolean;
  leader: boolean;
}

/** Who recorded it, took part, is invited, leads the group, or is of the office. */
export function maySee(
  { by, persons, invited, group }: Pick<ActivityDocument, 'by' | 'persons' | 'invited' | 'group'>,
  reader: Reader,
): boolean {
  const { actor, office, leader } = reader;
  if (office || by === actor || persons.includes(actor) || actor in invited) return true;
  return leader && group !== undefined && group === reader.group;
}

type CardOf = Pick<
  ActivityDocument,
  '_id' | 'kind' | 'state' | 'date' | 'village' | 'group' | 'persons' | 'entered' | 'invited'
>;

export function toCard(activity: CardOf, said: Said, actor: string): ActivityCard {
  const { _id, kind, state, date, village, group, persons, entered, invited } = activity;
  const answers = Object.values(invited);
  const mine = invited[actor]?.a;
  return {
    activity: _id,
    kind,
    state,
    date,
    title: said.title ?? '',
    persons: state === 'planned' ? Object.keys(invited) : persons,
    entered: entered === true,
    leaves: state === 'planned' ? answers.filter(({ a }) => a === 'leave-asked').length : 0,
    ...(village !== undefined && { village }),
    ...(group !== undefined && { group }),
    ...(mine !== undefined && { mine }),
  };
}

export function toOpinion(
  id: string,
  { unit, due, state, answeredOn, urgedOn, key }: StoredOpinion,
  words: Pick<Opinion, 'site' | 'words' | 'answer' | 'returned' | 'followed' | 'acts'>,
): Opinion {
  return {
    opinion: id,
    unit,
    due,
    state,
    ...words,
    ...(answeredOn !== undefined && { answeredOn }),
    ...(urgedOn !== undefined && { urgedOn }),
    ...(key && { key: key.state }),
  };
}

interface Opened {
  said: Said;
  opinions: readonly Opinion[];
  /** Person → decrypted reason of a leave. */
  reasons: Readonly<Record<string, string>>;
  materials: readonly Material[];
  pictures: readonly PictureView[];
  mayAddPictures: boolean;
}

/** A reason of a leave is for whoever decides it and for the person alone. */
export function toView(activity: ActivityDocument, opened: Opened, reader: Reader): ActivityView {
  const { edition, own, category, people, promised, helped, topicFrom, tag, recordedAt, by, state } =
    activity;
  const { said, opinions, reasons, materials, pictures, mayAddPictures } = opened;
  const { words, result, place, mandate, household, sites = [] } = said;
  const { actor, office, leader } = reader;
  const decides = office || (leader && activity.group === reader.group);
  const invited = Object.entries(activity.invited).map(([person, { a, there }]) => {
    const reason = decides || person === actor ? reasons[person] : undefined;
    return {
      person,
      answer: a,
      ...(reason !== undefined && { words: reason }),
      ...(there && { attended: true }),
    };
  });
  return {
    ...toCard(activity, said, actor),
    edition,
    sites,
    opinions,
    invited,
    materials,
    pictures,
    mayAddPictures,
    mayAddMaterials: state !== 'withdrawn' && decides && shapeOf(activity).materials === true,
    mayTell: mayTell(activity),
    mayConsent: mayConsent(activity, actor),
    consented: activity.story !== undefined && activity.story === activity.persons[0],
    recordedAt,
    mayCorrect: state !== 'withdrawn' && (office || by === actor),
    ...(own && { own }),
    ...(category !== undefined && { category }),
    ...(household && (office || by === actor) && { household: { name: household.name } }),
    ...(people !== undefined && { people }),
    ...(words !== undefined && { words }),
    ...(result !== undefined && { result }),
    ...(promised !== undefined && { promised }),
    ...(helped && { helped }),
    ...(place !== undefined && { place }),
    ...(mandate !== undefined && { mandate }),
    ...(topicFrom !== undefined && { topicFrom }),
    ...(tag !== undefined && { tag }),
  };
}
