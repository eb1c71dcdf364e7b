import { admit } from '../registry/store';
import { serve } from '../shared/serve';
import { assignmentSheet } from './actions/assignment-sheet';
import { dutyTable } from './actions/duty-table';
import { employerNotice } from './actions/employer-notice';
import { poster } from './actions/poster';
import { registrationForm } from './actions/registration-form';
import { replySheet } from './actions/reply-sheet';
import { readRoutingTable, routingTable } from './actions/routing-table';
import { slip } from './actions/slip';

export const main = serve(
  'report',
  {
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
