import {
  isOfDistrict,
  withoutVoters,
} from '../../../../../cloudfunctions/report/district/rules/district-record';

const of = (level: 'town' | 'district', from: string, to?: string) => ({
  memberships: [{ term: 't1', from, level, ...(to !== undefined && { to }) }],
});

it('is of a deputy of the district, in years of the membership', () => {
  expect(isOfDistrict(of('district', '2026-12-31'), 2026)).toBe(true);
  expect(isOfDistrict(of('district', '2020-01-01', '2026-01-01'), 2026)).toBe(true);
  expect(isOfDistrict(of('district', '2020-01-01', '2025-12-31'), 2026)).toBe(false);
  expect(isOfDistrict(of('district', '2027-01-01'), 2026)).toBe(false);
  expect(isOfDistrict(of('town', '2020-01-01'), 2026)).toBe(false);
  const [town] = of('town', '2026-07-01').memberships;
  const [district] = of('district', '2020-01-01', '2026-06-30').memberships;
  expect(
    isOfDistrict({ memberships: [...(town ? [town] : []), ...(district ? [district] : [])] }, 2026),
  ).toBe(true);
});

it('tells what was held in public, and of whom a deputy went to nothing but that it was', () => {
  const fact = { kind: 'inspection', date: '2026-11-11', entered: false };
  expect(withoutVoters(fact, 'inspections', '视察村道')).toEqual({
    ...fact,
    heading: 'inspections',
    title: '视察村道',
  });
  for (const kind of ['household-visit', 'help', 'tied-help', 'care', 'appointment'])
    expect(withoutVoters({ ...fact, kind }, 'contact', '给张家修房')).not.toHaveProperty('title');
});

it('says nothing of a heading or a title that there is not', () => {
  const fact = { kind: 'inspection', date: '2026-11-11', entered: true };
  expect(Object.keys(withoutVoters(fact, undefined, undefined)).sort()).toEqual(['date', 'entered', 'kind']);
});
