import { packDocument, unpackDocument } from '../../../../../local/cloudbase/database/store/store';

/**
 * As lmdb lends bytes: the beginning of a larger buffer with a `length` of its own. Without an end `toString` reads as far
 * as Node from 24 on does, which asks the buffer and not this field.
 */
function lend(packed: Buffer): Buffer {
  const whole = Buffer.concat([packed, Buffer.from('{"what":"lay there before"}')]);
  const toString = (encoding: BufferEncoding, start = 0, end = whole.length): string =>
    whole.subarray(start, end).toString(encoding);
  return Object.create(whole, {
    length: { value: packed.length },
    toString: { value: toString },
    readUIntBE: { value: (at: number, bytes: number) => whole.readUIntBE(at, bytes) },
  }) as Buffer;
}

test('of bytes that are lent only the document is read, whatever lies behind it', () => {
  const text = JSON.stringify({ _id: 'bh~1', place: '白鹤镇' });
  const read = unpackDocument(lend(packDocument(text, 7)));
  expect(read.text).toBe(text);
  expect(read).toMatchObject({ sequence: 7, document: { _id: 'bh~1', place: '白鹤镇' } });
});
