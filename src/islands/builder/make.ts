/** A new element with its properties and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

/** A button that does something and sends no form. */
export function button(text: string, className: string, onClick: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', className }, [text])
  made.addEventListener('click', onClick)
  return made
}
