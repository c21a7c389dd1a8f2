// As pym's own documentation does it.
const place = document.getElementById('place');
window.parentOfMap = new pym.Parent('place', place.dataset.src, { title: 'Two pacts' });
