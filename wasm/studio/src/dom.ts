// How elements are made.

export const $ = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T;

export function make<K extends keyof HTMLElementTagNameMap>(tag: K, given: Partial<HTMLElementTagNameMap[K]> & { class?: string } = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const { class: classes, ...rest } = given;
  const element = Object.assign(document.createElement(tag), rest);
  if (classes) element.className = classes;
  element.append(...children);
  return element;
}

export function button(text: string, action: () => void, classes = ''): HTMLButtonElement {
  const element = make('button', { type: 'button', textContent: text, class: classes });
  element.addEventListener('click', action);
  return element;
}

export function pressed(element: HTMLButtonElement, is: boolean): HTMLButtonElement {
  element.ariaPressed = String(is);
  return element;
}

export const options = (of: readonly (readonly [string, string])[], value: string): HTMLOptionElement[] =>
  of.map(([option, text]) => make('option', { value: option, textContent: text, selected: option === value }));

export function select(label: string, id: string, of: readonly (readonly [string, string])[], value: string, onChange: (value: string) => void): HTMLLabelElement {
  const field = make('select', { id }, ...options(of, value));
  field.addEventListener('change', () => { onChange(field.value); $('text').focus(); });
  return make('label', {}, make('span', { textContent: label }), field);
}
