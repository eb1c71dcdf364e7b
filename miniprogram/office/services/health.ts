import type { HealthView, Verified } from '../../contract/health';
import { ask, write } from '../../platform/cloud';
import type { Result } from '../../contract/result';
import { township } from '../../platform/whereabouts';

export function getHealth(): Promise<Result<HealthView>> {
  return ask('overview', 'health', { township: township() });
}

export function verifyPlatform(key: string): Promise<Result<Verified>> {
  return write('overview', 'verify', { township: township() }, key);
}
