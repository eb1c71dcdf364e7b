import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Input } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { handOut } from './hand-out';
import { makeRegistrationForm } from './rules/registration-form';
import { reportInputs } from './schemas';

export const registrationForm: Action<Input<'report', 'registrationForm'>, PrintedFile> = {
  write: false,
  input: reportInputs.registrationForm,
  async run({ township, now }) {
    const known = await recallTownship(township, now);
    return known ? handOut(township, makeRegistrationForm(known.directory)) : refuse('not-found');
  },
};
