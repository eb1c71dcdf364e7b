const withUnit = (size) => (/^\d+(\.\d+)?$/.test(String(size)) ? `${size}px` : size);

/** Stands in for the library's icon: the same properties and event, drawn from the few shapes in icon.wxss. */
Component({
  externalClasses: ['t-class'],
  properties: {
    name: { type: String, value: '' },
    size: { type: null, value: '' },
    color: { type: String, value: '' },
    prefix: { type: String, value: '' },
    style: { type: String, value: '' },
    customStyle: { type: String, value: '' },
    ariaHidden: { type: null, value: false },
    ariaLabel: { type: String, value: '' },
    ariaRole: { type: String, value: '' },
  },
  data: { iconStyle: '' },
  observers: {
    'size, color'(size, color) {
      const parts = [];
      if (size) parts.push(`font-size:${withUnit(size)}`);
      if (color) parts.push(`color:${color}`);
      this.setData({ iconStyle: parts.join(';') });
    },
  },
  methods: {
    onTap(event) {
      this.triggerEvent('click', event.detail);
    },
  },
});
