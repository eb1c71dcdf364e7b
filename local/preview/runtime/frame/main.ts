document.body.textContent = '';
export {};
