import { admit } from '../registry/invitations/store';
import { serve } from '../shared/serve';
import { assignmentSheet } from './documents/assignment-sheet';
import { dutyRecord } from './documents/duty-record';
import { dutyTable } from './documents/duty-table';
import { employerNotice } from './documents/employer-notice';
import { poster } from './documents/poster';
import { registrationForm } from './documents/registration-form';
import { replySheet } from './documents/reply-sheet';
import { readRoutingTable, routingTable } from './spreadsheets/export-routing-table';
import { slip } from './documents/slip';

export const main = serve(
  'report',
  {
    dutyRecord,
    dutyTable,
    employerNotice,
    slip,
    poster,
    registrationForm,
    assignmentSheet,
    replySheet,
    routingTable,
    readRoutingTable,
  },
  admit,
);
