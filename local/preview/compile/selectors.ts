import parser from 'postcss-selector-parser';
import { BUILT_IN_TAGS, REFUSED_TAGS } from './tags';

/**
 * Rewrites a WXSS selector for the document: built-in tags are `wx-*` elements, `page` is the page's root, classes of
 * a component with a style scope of its own carry its prefix, `:host` is the component's element, and an id is
 * found by the end of what the framework writes (`<instance>--<id>`).
 *
 * @example convertSelector('.a > view', 'card') // '.card--a > wx-view'
 */
export function convertSelector(selector: string, scope: string | null): string {
  const transform = parser((root) => {
    root.walkTags((tag) => {
      const name = tag.value;
      if (name === 'page' || BUILT_IN_TAGS.includes(name) || REFUSED_TAGS.has(name)) tag.value = `wx-${name}`;
    });
    root.walkClasses((name) => {
      if (scope !== null) name.value = `${scope}--${name.value}`;
    });
    root.walkIds((id) => {
      id.replaceWith(attribute('id', '$=', `--${id.value}`));
    });
    root.walkPseudos((pseudo) => {
      if (pseudo.value === ':host') pseudo.replaceWith(attribute('wx-host', '=', scope ?? ''));
    });
  });
  return transform.processSync(selector);
}

function attribute(name: string, operator: '=' | '$=', value: string): parser.Attribute {
  const created = parser.attribute({ attribute: name, operator, value, quoteMark: '"', raws: {} });
  created.setValue(value, { quoteMark: '"' });
  return created;
}
