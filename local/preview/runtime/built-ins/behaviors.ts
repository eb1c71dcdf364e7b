/** WeChat's named behaviors, for `behaviors: ['wx://form-field']`. */
export const wxBehaviors: Readonly<Record<string, object>> = {
  'wx://form-field': { properties: { name: { type: String, value: '' }, value: { type: null } } },
  'wx://form-field-group': {},
  'wx://form-field-button': {},
  'wx://component-export': {},
};
