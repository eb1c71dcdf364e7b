import { door } from '../registry/invitations/grants-store';
import { serve } from '../shared/serve';

export const main = serve(
  'overview',
  {
    alive: async () => (await import('./health/alive')).alive,
    audit: async () => (await import('./audit/list-audit')).audit,
    health: async () => (await import('./health/health')).health,
    home: async () => (await import('./actions/home')).home,
    mine: async () => (await import('./actions/mine')).mine,
    today: async () => (await import('./actions/today')).today,
    verify: async () => (await import('./health/verify')).verify,
    workbench: async () => (await import('./actions/workbench')).workbench,
  },
  door,
);
