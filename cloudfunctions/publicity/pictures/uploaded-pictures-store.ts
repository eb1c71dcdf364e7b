/** The collection of pictures that were uploaded to an official account; each stays for ever, by its id. */
import { hashParts } from '../../shared/cipher';
import { put } from '../../shared/conditions';
import { changeOne, createOne, readOne, type CollectionSpecs, type Stored } from '../../shared/database';

const PICTURES = 'oapictures';

export const collections = { [PICTURES]: { indexes: [] } } satisfies CollectionSpecs;

/** A picture that lies at an account: a body's by its address, a cover by its media id. */
export interface UploadedPicture extends Stored {
  url?: string;
  mediaId?: string;
  width?: number;
  height?: number;
}

export function pictureId(township: string, parts: readonly string[]): string {
  return `${township}~${hashParts(['oapicture', ...parts], 32)}`;
}

export function readPicture(township: string, id: string): Promise<UploadedPicture | undefined> {
  return readOne<UploadedPicture>(PICTURES, township, id);
}

/** Whoever was first stays, unless that one is gone there (`anew`). */
export async function keepPicture(picture: Omit<UploadedPicture, 'rev'>, anew = false): Promise<void> {
  const created = await createOne(PICTURES, { ...picture, rev: 1 });
  const { _id, township, mediaId } = picture;
  if (!created && anew) await changeOne(PICTURES, township, _id, {}, { mediaId: put(mediaId) });
}
