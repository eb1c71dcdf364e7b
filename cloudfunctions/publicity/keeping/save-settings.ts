import type { Input, Output } from '../../../miniprogram/contract/wire';
import { put } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { actOnKept } from './act-on-kept-document';
import { saveSettingsInput } from '../schemas';

export const saveSettings: Action<Input<'publicity', 'saveSettings'>, Output<'publicity', 'saveSettings'>> = {
  write: true,
  input: saveSettingsInput,
  run: (call, { edition, settings }) =>
    actOnKept(call, 'settings', (kept) =>
      kept.edition === edition
        ? { changes: { settings: put(settings) }, of: 'settings', event: 'publicity-settings-saved' }
        : refuse('row-changed'),
    ),
};
