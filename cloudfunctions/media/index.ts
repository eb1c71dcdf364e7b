import { door } from '../registry/invitations/grants-store';
import { serve } from '../shared/serve';
import { drawSheet } from './drawing/draw-sheet';
import { forget } from './intake/forget';
import { takeIn } from './intake/take-in';
import { takePaper } from './intake/take-paper';
import { takePicture } from './intake/take-picture';

export const main = serve('media', { takeIn, takePicture, takePaper, drawSheet, forget }, door);
