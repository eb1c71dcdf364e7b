/** What the sample's office wrote of its deputies (invented): most of them whole, one in twelve nothing yet. */
import { closeProfile } from '../../cloudfunctions/registry/store';
import type { Directory, Person } from '../../cloudfunctions/registry/directory/rules/directory';
import { PROFILE_FIELDS, type DeputyProfile } from '../../miniprogram/contract/deputy-profile';

function pick(choices: readonly string[], at: number): string {
  return choices[at % choices.length] ?? '';
}

function profileOf(at: number): DeputyProfile {
  const { sex, party, education, calling } = PROFILE_FIELDS;
  return {
    sex: pick(sex.choices, at % 3 === 0 ? 1 : 0),
    birthYear: String(1964 + ((at * 7) % 33)),
    nation: at % 9 === 0 ? '苗族' : '汉族',
    party: pick(party.choices, at % 5 === 0 ? 3 : 0),
    education: pick(education.choices, 1 + (at % 4)),
    calling: pick(calling.choices, at % 8),
    card: `〔2021〕${String(at + 1).padStart(3, '0')}号`,
  };
}

function fill(person: Person, at: number): Person {
  const isDeputy = person.memberships.some(({ level }) => level !== undefined);
  return isDeputy && at % 12 !== 5 ? { ...person, profile: closeProfile(profileOf(at)) } : person;
}

export function withProfiles(directory: Directory): Directory {
  return { ...directory, people: directory.people.map(fill) };
}
