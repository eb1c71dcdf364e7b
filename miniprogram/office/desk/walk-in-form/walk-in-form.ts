import { LIMITS } from '../../../contract/limits';
import { readPhone } from '../../../contract/text';
import type { Typed } from '../../../view/events';

interface Village {
  id: string;
  name: string;
}

/** Somebody who just came: a name is enough. Tells `enter` {name, village, phone}. */
Component({
  properties: {
    villages: { type: Array, value: [] as Village[] },
  },
  data: { name: '', phone: '', village: -1, error: '', most: LIMITS.name },
  methods: {
    type(event: Typed) {
      const { id } = event.currentTarget.dataset as { id: 'name' | 'phone' };
      this.setData({ [id]: event.detail.value, error: '' });
    },
    choose(event: WechatMiniprogram.CustomEvent<{ value: string | number }>) {
      this.setData({ village: Number(event.detail.value) });
    },
    enter() {
      const name = this.data.name.trim();
      const { phone } = this.data;
      const error = !name
        ? '请写怎么称呼'
        : phone && readPhone(phone) === undefined
          ? '电话号码好像不对，可以不留'
          : '';
      this.setData({ error });
      if (error) return;
      const village = this.data.villages[this.data.village]?.id ?? '';
      this.triggerEvent('enter', { name, phone, village });
    },
    close() {
      this.triggerEvent('close');
    },
  },
});
