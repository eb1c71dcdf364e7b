/** Files that the server takes in. */
import type { MediaActions } from '../../contract/media';
import type { Result } from '../../contract/result';
import { ask } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';

/** A picture that was uploaded to the own folder becomes one that nobody changes any more. */
export function takePicture(file: string): Promise<Result<MediaActions['takePicture']['output']>> {
  return ask('media', 'takePicture', { township: township(), file });
}
