import * as v from 'valibot';
import { STUDY_LIMITS as MAX, type StudyActions } from '../../../miniprogram/contract/studies';
import { id, line, localDate, township } from '../../shared/schemas';

const meeting = v.strictObject({
  date: localDate,
  title: line(MAX.title),
  place: v.exactOptional(line(MAX.place)),
});

export const studyInputs = {
  proposeStudies: v.strictObject({
    township,
    year: v.pipe(v.number(), v.integer(), v.minValue(2016), v.maxValue(2098)),
  }),
  planStudies: v.strictObject({
    township,
    group: v.exactOptional(id),
    meetings: v.pipe(v.array(meeting), v.minLength(1), v.maxLength(MAX.meetings)),
  }),
} satisfies { [A in keyof StudyActions]: v.GenericSchema<unknown, StudyActions[A]['input']> };
