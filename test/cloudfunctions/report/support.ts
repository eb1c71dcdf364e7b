import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer } from '../../support/cloud';
import { wordsOf } from '../../support/docx';
import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';

export const STAFF = 'bh-staff';
/** The coming reception day of the sample, published. */
export const DATE = '2026-12-07';

export interface Press extends SampleCloud {
  print(openid: string, action: string, input?: object): Promise<Answer>;
  /** Fetches the document as a phone would, without any identity. */
  fetchFile(answer: Answer): Promise<Buffer>;
  /** The words of what staff have printed. */
  read(action: string, input?: object): Promise<string>;
}

export async function openPress(): Promise<Press> {
  const cloud = await startSampleCloud({ instancesPerFunction: 1 });
  const press: Press = {
    ...cloud,
    print: (openid, action, input = {}) =>
      cloud.invoke('report', action, { township: 'bh', ...input }, { openid }),
    async fetchFile(answer) {
      if (!answer.ok) throw new Error(`not printed: ${answer.code ?? ''}`);
      const response = await fetch((answer.data as PrintedFile).file);
      expect(response.status).toBe(200);
      return Buffer.from(await response.arrayBuffer());
    },
    read: async (action, input) => wordsOf(await press.fetchFile(await press.print(STAFF, action, input))),
  };
  return press;
}
