import { door } from '../registry/invitations/grants-store';
import { serve } from '../shared/serve';

export const main = serve(
  'media',
  {
    takeIn: async () => (await import('./intake/take-in')).takeIn,
    takePicture: async () => (await import('./intake/take-picture')).takePicture,
    takePaper: async () => (await import('./intake/take-paper')).takePaper,
    drawSheet: async () => (await import('./drawing/draw-sheet')).drawSheet,
    forget: async () => (await import('./intake/forget')).forget,
  },
  door,
);
