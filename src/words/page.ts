/** Words of the first page. */
export const pageWords = {
  names: { en: 'English', es: 'Español', pt: 'Português' },
  languages: { en: 'Languages', es: 'Idiomas', pt: 'Línguas' },
  note: {
    en: 'Both sides’ evidence, side by side. What a named standard requires, what the evidence shows, what speaks against it, what is missing.',
    es: 'Las pruebas de ambas partes, lado a lado. Qué exige una norma citada, qué muestran las pruebas, qué habla en contra, qué falta.',
    pt: 'As provas de ambas as partes, lado a lado. O que uma norma citada exige, o que as provas mostram, o que fala contra, o que falta.',
  },
  footer: {
    en: 'Served from this machine only. The words behind each answer: probanza claims, assess, figures, money, timeline.',
    es: 'Servido solo desde esta máquina. Las palabras tras cada respuesta: probanza claims, assess, figures, money, timeline.',
    pt: 'Servido só desta máquina. As palavras por trás de cada resposta: probanza claims, assess, figures, money, timeline.',
  },
} as const;
