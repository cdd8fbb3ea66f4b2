/** P3P 1.0, the Recommendation of April 2002. */
export const P3P_NAMESPACE = 'http://www.w3.org/2002/01/P3Pv1'

/** P3P 1.1's additions; they stand in EXTENSION. */
export const P3P11_NAMESPACE = 'http://www.w3.org/2006/01/P3Pv11'

/** Where IBM's policy editor put its GROUP-INFO. */
export const IBM_NAMESPACE = 'http://www.software.ibm.com/P3P/editor/extension-1.0.html'

/** The drafts' namespaces, newest first. They were written into files that were never brought up to date. */
export const OLD_NAMESPACES: readonly string[] = [
  'http://www.w3.org/2001/09/P3Pv1',
  'http://www.w3.org/2000/12/P3Pv1',
  'http://www.w3.org/2000/11/23/P3Pv1',
  'http://www.w3.org/2000/10/18/P3Pv1',
  'http://www.w3.org/2000/10/P3Pv1',
  'http://www.w3.org/2000/09/15/P3Pv1',
  'http://www.w3.org/2000/09/P3Pv1',
  'http://www.w3.org/2000/05/P3Pv1',
]
