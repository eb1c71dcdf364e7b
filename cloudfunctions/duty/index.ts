import { door } from '../registry/invitations/grants-store';
import { serve } from '../shared/serve';
import { answerDispute } from './record/answer-dispute';
import { answerInvitation } from './activities/answer-invitation';
import { actOnOpinion } from './opinions/act-on-opinion';
import { commitBackEntry } from './back-entry/commit-back-entry';
import { takeBackEntry } from './back-entry/take-back-entry';
import { addMaterial, dropMaterial, openMaterial } from './materials/materials';
import { attend } from './activities/attend';
import { consentToStory } from './activities/consent-to-story';
import { correct } from './activities/correct';
import { decideLeave } from './activities/decide-leave';
import { dispute } from './record/dispute';
import { fileBallot, handBallot } from './duty-reports/file-ballot';
import { dutyReport, dutyReporters, dutyReportVersion } from './duty-reports/read-duty-report';
import { draftDutyReport, saveDutyReport } from './duty-reports/write-text';
import { facts } from './ledger/facts';
import { figures } from './ledger/figures';
import { activity } from './activities/get-activity';
import { listActivities } from './activities/list-activities';
import { listDisputes } from './record/list-disputes';
import { listOpinions } from './opinions/list-opinions';
import { note } from './activities/note';
import { publicFacts } from './record/public-facts';
import { quietDeputies } from './record/quiet-deputies';
import { record } from './record/record';
import { studyGrid } from './record/study-grid';
import { transferOpinion } from './opinions/transfer-opinion';
import { endTie, keepTie } from './ties/keep-tie';
import { tieAccess } from './ties/readers';
import { tiedDeputies, ties } from './ties/read-ties';
import { addPicture, dropPicture, openPictures, settlePicture } from './pictures/pictures';
import { planStudies } from './studies/plan-studies';
import { proposeStudies } from './studies/propose-studies';
import { withdraw } from './activities/withdraw';

export const main = serve(
  'duty',
  {
    actOnOpinion,
    addMaterial,
    addPicture,
    answerDispute,
    answerInvitation,
    attend,
    commitBackEntry,
    consentToStory,
    correct,
    decideLeave,
    dispute,
    dropMaterial,
    dropPicture,
    draftDutyReport,
    dutyReport,
    dutyReporters,
    dutyReportVersion,
    endTie,
    facts,
    figures,
    fileBallot,
    handBallot,
    activity,
    listActivities,
    listDisputes,
    keepTie,
    listOpinions,
    note,
    openMaterial,
    openPictures,
    planStudies,
    proposeStudies,
    publicFacts,
    quietDeputies,
    record,
    saveDutyReport,
    settlePicture,
    studyGrid,
    takeBackEntry,
    tieAccess,
    tiedDeputies,
    ties,
    transferOpinion,
    withdraw,
  },
  door,
);
