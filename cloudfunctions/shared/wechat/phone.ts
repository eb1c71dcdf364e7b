/** The phone number that a person chose to give: POST /wxa/business/getuserphonenumber. */
import * as v from 'valibot';
import { callApi } from './call';
import type { WechatAnswer } from './errors';

const answer = v.pipe(
  v.object({ phone_info: v.object({ purePhoneNumber: v.string(), countryCode: v.string() }) }),
  v.transform(({ phone_info: { purePhoneNumber, countryCode } }) => ({
    phone: purePhoneNumber,
    countryCode,
  })),
);

/** `code` comes from the button, lives five minutes and serves once (40029): no second try after a lost answer. */
export function getUserPhoneNumber(
  code: string,
): Promise<WechatAnswer<{ phone: string; countryCode: string }>> {
  return callApi({
    account: 'mini',
    path: '/wxa/business/getuserphonenumber',
    body: { code },
    repeatable: false,
    data: answer,
  });
}
