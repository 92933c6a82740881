import { createContext, useContext } from 'react';
import { standardForms, type Forms } from '../core/dossier/forms.ts';

/** The templates and marking schemes of this office, as the host gave them with the session. */
export const FormsContext = createContext<Forms>(standardForms);

export function useForms(): Forms {
  return useContext(FormsContext);
}
