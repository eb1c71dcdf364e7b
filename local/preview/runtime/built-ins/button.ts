import { closest, registerControl } from './controls';
import { setAttribute } from './define';
import type { BuiltIn, BuiltInNode } from './define';
import { resetForm, submitForm } from './form';
import { hoverProperties, listenForHover } from './hover';
import { openOpenType } from '../wx/open-type';

const SHOWN_AS_ATTRIBUTE = ['type', 'size', 'plain', 'disabled', 'loading'];

function tap(node: BuiltInNode): void {
  const { openType, formType } = node.data as Record<string, string>;
  const form = closest(node, 'wx-form');
  if (form && formType === 'submit') submitForm(form);
  if (form && formType === 'reset') resetForm(form);
  if (openType) openOpenType(openType, node);
}

export const button: BuiltIn = {
  name: 'button',
  properties: {
    ...hoverProperties(20, 70, 'button-hover'),
    type: 'default',
    size: 'default',
    plain: false,
    disabled: false,
    loading: false,
    formType: '',
    openType: '',
    name: '',
  },
  // All of them belong to open-types that are refused when they are tapped.
  accepted: [
    'activityType',
    'entrancePath',
    'needShowEntrance',
    'lang',
    'sessionFrom',
    'sendMessageTitle',
    'sendMessagePath',
    'sendMessageImg',
    'showMessageCard',
    'appParameter',
    'phoneNumberNoQuotaToast',
  ],
  created(node) {
    setAttribute(node.$$, 'role', 'button');
    listenForHover(node);
    // A disabled button is not tapped, and neither is what lies around it.
    node.addListener(
      'tap',
      (event) => {
        if (node.data['disabled'] === true) event.stopPropagation();
      },
      { capture: true },
    );
    node.addListener('tap', () => {
      tap(node);
    });
    registerControl({
      node,
      activate: () => {
        node.triggerEvent('tap', {}, { bubbles: true, composed: true });
      },
    });
  },
  changed(node, name, value) {
    if (SHOWN_AS_ATTRIBUTE.includes(name)) setAttribute(node.$$, name, value);
    if (name === 'disabled') setAttribute(node.$$, 'aria-disabled', value === true ? 'true' : '');
  },
};
