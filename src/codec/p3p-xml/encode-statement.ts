import type { P3pStatement, P3pUse, XmlElement } from '../../model/index.ts'
import { element, textElement, wrapper } from './element.ts'
import { dataGroupElements } from './encode-data.ts'
import { extensionElements } from './encode-extensions.ts'

/** `<contact required="opt-in"/>`; the text of `other-purpose` is its content. */
const purposeElement = ({ id, required, descriptions, extensions }: P3pUse<string>): XmlElement =>
  element(id, { required }, ...extensionElements(extensions), ...descriptions)

/** A recipient's texts stand in elements of their own. */
const recipientElement = ({ id, required, descriptions, extensions }: P3pUse<string>): XmlElement =>
  element(
    id,
    { required },
    ...extensionElements(extensions),
    ...descriptions.map(text => textElement('recipient-description', text)),
  )

/** P3P 1.0, 3.3.1 STATEMENT, in the order of the schema. */
export function statementElement(statement: P3pStatement): XmlElement {
  const within = (name: string) => extensionElements(statement.extensions, name)
  return element(
    'STATEMENT',
    {},
    extensionElements(statement.extensions),
    textElement('CONSEQUENCE', statement.consequence),
    statement.nonIdentifiable ? element('NON-IDENTIFIABLE') : null,
    wrapper('PURPOSE', within('PURPOSE'), statement.purposes.map(purposeElement)),
    wrapper('RECIPIENT', within('RECIPIENT'), statement.recipients.map(recipientElement)),
    wrapper('RETENTION', within('RETENTION'), ...statement.retentions.map(id => element(id))),
    dataGroupElements(statement.data, within('DATA-GROUP')),
  )
}
